/** Lines at risk and costs that cannot be claimed yet. */
export function AdministratorHome() {
  return null;
}
