const n=/^((?:[a-z\d-]+\.)+)(my\.connect\.aws|awsapps\.com|govcloud\.connect\.aws)$/,t="govcloud.connect.aws",a=/^\/start(?:\/|$)/
export function isAmazonOrigin(t){return!!t.startsWith("https://")&&n.test(t.slice(8))}function o(a){const[,o,s]=n.exec(a)??[]
return o?{alias:o,partition:s===t?"GovCloud":"commercial"}:null}export function isInstance({hostname:n,pathname:t}){return null!==o(n)&&!(n.endsWith(".awsapps.com")&&a.test(t))}export function isOfSameInstance(n,t){if(!isAmazonOrigin(t))return!1
const[a,s]=[o(n.hostname),o(new URL(t).hostname)]
return null!==a&&null!==s&&a.alias===s.alias&&a.partition===s.partition}