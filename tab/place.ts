/** Where the tab is shown: by itself, or where others have it before them too, each as themselves. */
export type Place = 'own' | 'channel' | 'meeting'
