import{LateModule as o}from"../page/late-module.js"
export const commands=/*#__PURE__*/new o(()=>import("./host-commands.js"))
