/** Passes an address on by the device's own means; where there are none, it is copied. */
export async function share(title: string, url: string): Promise<'shared' | 'copied' | 'neither'> {
  // missing in some browsers, and without https, whatever the compiler's library says
  const device: Partial<Pick<Navigator, 'share' | 'clipboard'>> = navigator;
  try {
    if (device.share) {
      await device.share({ title, url });
      return 'shared';
    }
    if (!device.clipboard) return 'neither';
    await device.clipboard.writeText(url);
    return 'copied';
  } catch {
    return 'neither'; // the reader closed it, or the browser does not allow it
  }
}
