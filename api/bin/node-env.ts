/**
 * Runs `work` with NODE_ENV as given, and gives it back as it was: Vite sets the variable for the whole process, and
 * whatever runs after it (another build, the tests) would go by that.
 */
export async function withNodeEnv<T>(during: 'production' | 'development', work: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = during;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
