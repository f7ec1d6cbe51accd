import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { words } from '../text/words.ts';
import style from './Top.module.css';

/** The line at the head of every page. */
export function Top(props: { readonly crumb?: JSX.Element; readonly children?: JSX.Element }) {
  return (
    <header class={style.top}>
      <A href="/" class={style.mark}>
        {words.product}
      </A>
      <span class={style.crumb}>{props.crumb}</span>
      <nav class={style.right} aria-label="页面">
        {props.children}
      </nav>
    </header>
  );
}
