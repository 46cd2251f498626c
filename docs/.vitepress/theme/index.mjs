// The generator's own theme, with what is alive on the pages.
import DefaultTheme from 'vitepress/theme';
import LiveExample from './LiveExample.vue';
import PlayGround from './PlayGround.vue';
import TokenEditor from './TokenEditor.vue';
import './site.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    for (const [name, component] of Object.entries({ LiveExample, PlayGround, TokenEditor }))
      app.component(name, component);
  },
};
