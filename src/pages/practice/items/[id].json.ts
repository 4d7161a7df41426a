import type { APIRoute, GetStaticPaths } from 'astro';
import { allItems } from '../../../components/question-item.ts';

/** One item for the page of practice, which fetches those that it puts. */
export const getStaticPaths = (async () =>
  (await allItems()).map(({ item }) => ({
    params: { id: item.id },
    props: { item },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props.item);
