// What is alive on a page: a comment in the text, which readers of the text alone do not see, becomes a component.
//
// | in the text | on the site |
// |---|---|
// | `<!-- live -->` before a block of HTML | that block, on the simulator, with buttons that play the customer |
// | `<!-- live: PlayGround -->` | the component of this name |
const MARKER = /^<!-- live(?:: (\w+))? -->\s*$/;

const TAG = /^<\/?connect-/;

/** A plugin for markdown-it. */
export function live(md) {
  md.core.ruler.push('live', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      // A tag in the middle of a sentence is a name.
      for (const child of token.children ?? [])
        if (child.type === 'html_inline' && TAG.test(child.content)) child.type = 'text';
      const [marked, name] = (token.type === 'html_block' && MARKER.exec(token.content)) || [];
      if (!marked) continue;
      if (name) {
        token.content = `<${name} />\n`;
        continue;
      }
      const block = tokens.slice(index).find(({ type }) => type === 'fence');
      if (block?.info !== 'html') throw new Error('<!-- live --> stands before no block of HTML.');
      token.content = `<LiveExample code="${md.utils.escapeHtml(encodeURIComponent(block.content))}" />\n`;
    }
  });
}
