import { defineCollection, reference } from 'astro:content';
import { z } from 'astro/zod';
import { glob } from 'astro/loaders';

const loader = glob({ pattern: '**/*.md', base: './src/content/blog' }); // '**/*.mdx' too one day

const blog = defineCollection({
  loader,
  schema: ({ image }) =>
    z.object({
      title: z.string().max(80).describe('What the post is called.'),
      pubDate: z.coerce.date(),
      updatedDate: z.date().optional(),
      stamp: z.string().datetime().optional(),
      cover: z.object({ src: image(), alt: z.string() }).optional(),
      author: reference('authors'),
      related: z.array(reference('blog')).default([]),
      kind: z.enum(['note', 'essay']).default('note'),
      shown: z.union([z.coerce.date(), z.boolean()]).optional(),
      strict: z.object({ a: z.string() }).strict().optional(),
      event: z
        .discriminatedUnion('type', [
          z.object({ type: z.literal('talk'), where: z.string() }),
          z.object({ type: z.literal('video'), url: z.string().url(), recorded: z.date() }),
        ])
        .optional(),
    }),
});

export const collections = { blog };
