/** Who may not come in. `alert` marks what nobody reaches by accident. */
export interface Refusal {
  status: 400 | 401 | 403
  code: string
  alert?: true
}
