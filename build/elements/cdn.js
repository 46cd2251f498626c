import"./define.js"
import{fetchLanguages as o}from"./words/languages.js"
export*from"./index.js"
o(o=>import(`./lang/${o}.min.js`))
