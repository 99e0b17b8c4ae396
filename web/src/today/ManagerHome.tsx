/** Reports due and their states. */
export function ManagerHome() {
  return null;
}
