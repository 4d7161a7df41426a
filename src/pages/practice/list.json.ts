import type { APIRoute } from 'astro';
import { sealed } from '../../atlas/sealed.ts';
import { allItems } from '../../components/question-item.ts';
import { listOf } from '../../quiz/bank/bank.ts';

/** All items as far as they are known before they are fetched. */
export const GET: APIRoute = async () => Response.json({ list: sealed(listOf(await allItems())) });
