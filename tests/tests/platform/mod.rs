mod transactions;
