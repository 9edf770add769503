import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';

/** What the reader types, and the way to the results. */
export function useSearchForm(initialQuery = '') {
  const navigate = useNavigate();
  const [query, setQuery] = useState(initialQuery);
  return {
    query,
    setQuery,
    submit: (event: FormEvent) => {
      event.preventDefault();
      navigate(`/search?query=${encodeURIComponent(query.trim())}`);
    },
  };
}
