import { A } from '@solidjs/router';
import { nav } from '../text/law.ts';
import style from './LawNav.module.css';

/** The way between the pages on the law. */
export function LawNav() {
  return (
    <>
      <A href="/rules" class={style.link} activeClass={style.on ?? ''}>
        {nav.rules}
      </A>
      <A href="/coverage" class={style.link} activeClass={style.on ?? ''}>
        {nav.coverage}
      </A>
      <A href="/days" class={style.link} activeClass={style.on ?? ''}>
        {nav.days}
      </A>
    </>
  );
}
