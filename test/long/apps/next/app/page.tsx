// Rendered on the server: the elements' tags are in the page before any script has run, and become alive in the browser.
import { Desk } from './desk';

export default function Page() {
  return <Desk />;
}
