// An application of Lightning Web Components, open source, around a simulated panel. Its address comes with the page's own.
import 'connect-ccp-elements/define.js';
import { createElement } from 'lwc';
import Desk from 'x/desk';

document.body.append(createElement('x-desk', { is: Desk }));
