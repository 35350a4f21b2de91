import { defineCollection, z } from 'astro:content';
import { glob } from 'astro/loaders';

// const old = defineCollection({ loader: glob({ base: './old' }) });
const posts = defineCollection({
  loader: glob({ pattern: '**/*.md', base: './src/content/blog' }),
  schema: z.object({ title: z.string(), pubDate: z.coerce.date(), draft: z.boolean().optional() }),
});
const people = defineCollection({ loader: glob({ pattern: '*.md', base: './src/people' }) });

export const collections = { blog: posts, people };
