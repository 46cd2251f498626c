// ?ccp=<JSON of properties of <connect-ccp>>, and &count=2 for two of them. What becomes of them is told on the console: to look
// into the page counts as a user's gesture.
import * as library from '/cdn/connect-ccp.min.js';

window.library = library;
window.reports = [];
const tell = (what) => console.debug(`told: ${what}`);
document.addEventListener('connect-status-change', ({ current }) => tell(current), true);
document.addEventListener(
  'connect-error',
  ({ error }) => {
    window.reports.push(error.report);
    tell(`error ${error.code}`);
  },
  true,
);

const query = new URLSearchParams(location.search);
for (let count = Number(query.get('count') ?? 1); count > 0; count--) {
  const ccp = document.createElement('connect-ccp');
  document.body.append(Object.assign(ccp, JSON.parse(query.get('ccp'))));
}
