/** What stands for a file or directory that is not there; any other failure goes on. */
export async function ifMissing<T>(
  reading: Promise<T>,
  instead: T,
): Promise<T> {
  return reading.catch(error => {
    if (error.code === 'ENOENT') {
      return instead;
    }
    throw error;
  });
}
