mod save_price_list;
