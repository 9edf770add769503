import CodeMirror, { EditorView } from '@uiw/react-codemirror';
import { useId, useMemo } from 'react';
import styles from './TextEditor.module.css';

/** Edits text in a monospaced field with line numbers. Tab leaves it, as any other field. */
export function TextEditor(props: {
  label: string;
  help: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, help, value, onChange } = props;
  const helpId = useId();
  const extensions = useMemo(
    () => [
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-describedby': helpId,
      }),
      EditorView.lineWrapping,
    ],
    [label, helpId],
  );
  return (
    <>
      <CodeMirror
        className={styles.editor}
        value={value}
        onChange={onChange}
        extensions={extensions}
        indentWithTab={false}
        theme="none"
        minHeight="20rem"
        maxHeight="65vh"
      />
      <p id={helpId} className={styles.help}>
        {help}
      </p>
    </>
  );
}
