import type { PageText } from '@anjuan/core';
import { createEffect, createResource, createSignal, onCleanup } from 'solid-js';
import { ask, segment } from '../../../api.ts';

interface Place {
  readonly caseId: string;
  readonly fileId: string;
  readonly number: number;
}

/** A page as it was read, fetched once it comes near the part in view of `box`. */
export function createPage(place: Place, box: () => HTMLElement | undefined) {
  const [near, setNear] = createSignal(false);
  createEffect(() => {
    const element = box();
    if (element === undefined) return;
    const watcher = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '900px 0px',
    });
    watcher.observe(element);
    onCleanup(() => watcher.disconnect());
  });
  const [page] = createResource(
    () => (near() ? ([place.caseId, place.fileId, place.number] as const) : null),
    ([caseId, fileId, number]) => ask<PageText>('GET', `/cases/${segment(caseId)}/pages/${segment(fileId)}/${number}`),
  );
  return { near, page };
}
