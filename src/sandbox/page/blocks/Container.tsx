import type { ContainerBlock } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { Text } from '../text/Text.tsx';
import { RichText } from './RichText.tsx';

function Head({ of }: { of: ContainerBlock }) {
  return (
    <>
      <span class="container-title" dir="auto">
        {of.rich_text_title ? <RichText of={of.rich_text_title} /> : of.title?.text}
      </span>
      {of.subtitle && (
        <span class="quiet" dir="auto">
          <Text of={of.subtitle} />
        </span>
      )}
    </>
  );
}

/** Blocks that belong together under a title; some can be folded. */
export function Container({ of, children }: { of: ContainerBlock; children: ComponentChildren }) {
  if (of.is_collapsible)
    return (
      <details class="block-container" open={!of.default_collapsed}>
        <summary>
          <Head of={of} />
        </summary>
        {children}
      </details>
    );
  return (
    <section class="block-container">
      <div class={of.has_header_divider ? 'container-head container-ruled' : 'container-head'}>
        <Head of={of} />
      </div>
      {children}
    </section>
  );
}
