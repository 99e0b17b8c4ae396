export default function ActivityPanel() {
  return null;
}
