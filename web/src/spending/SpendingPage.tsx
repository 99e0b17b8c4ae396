import { Navigate, useLocation } from 'react-router';

/** Expenses are a part of the budget's page; this address is kept for links. */
export default function SpendingPage() {
  const { search } = useLocation();
  return <Navigate to={{ pathname: '/budget/spese', search }} replace />;
}
