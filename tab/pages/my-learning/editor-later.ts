import { later } from '../../kit/later.tsx'

/** The editor, with all its fields: who only reads does not wait for it. */
export const { Later: Editor, useSoon: useEditorSoon } = later(() => import('./editor.tsx'))
