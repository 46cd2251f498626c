const _=["en_US","de_DE","es_ES","fr_FR","ja_JP","it_IT","ko_KR","pt_BR","zh_CN","zh_TW"]
export const isValidLocale=e=>_.includes(e)
