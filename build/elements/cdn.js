import"./define.js"
import{fetchLanguages as e}from"./base/languages.js"
export*from"./index.js"
e(e=>import(`./lang/${e}.min.js`))
