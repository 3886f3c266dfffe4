import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Made, installed or private: no part of the project. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', 'generated', 'coverage', '.action5', '.env']);

/** Every file that people keep in the project, below `folder`, by its path with slashes. */
export const projectFiles = (folder = '.'): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = folder === '.' ? entry.name : join(folder, entry.name).replaceAll('\\', '/');
    return entry.isDirectory() ? projectFiles(path) : [path];
  });
