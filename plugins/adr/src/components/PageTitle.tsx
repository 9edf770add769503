import { useEffect } from 'react';

/** Names the page in the browser's tab and history. */
export function PageTitle(props: { title: string }) {
  const { title } = props;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
