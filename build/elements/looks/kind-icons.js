const t={voice:"phone",queue_callback:"callback",chat:"chat",task:"task",other:"person"}
export const kindOf=({type:c})=>Object.hasOwn(t,c)?c:"other"
export const kindIcon=c=>t[kindOf(c)]
