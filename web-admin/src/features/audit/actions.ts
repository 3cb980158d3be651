/** What the server writes into its log, by the sections of the office; a test compares it with the server's code. */
export const ACTIONS = {
  dispatch: ['DELAY_TRIP', 'CANCEL_TRIP', 'REPORT_TRIP', 'CLOSE_SALE', 'OPEN_SALE', 'SET_PLATFORM', 'SKIP_STOP', 'SWAP_VEHICLE', 'ASSIGN_TRIP', 'MOVE_PASSENGERS', 'ADD_TRIP', 'SAVE_QUOTA', 'DROP_QUOTA', 'READ_PASSENGERS', 'RECORD_PASSAGE', 'UNDO_PASSAGE', 'MAKE_MANIFEST', 'READ_MANIFEST', 'EXPORT_MANIFEST', 'RESEND_MANIFEST', 'SAVE_CLOSURE', 'LIFT_CLOSURE', 'REFUND_CLOSURE', 'REBOOK_CLOSURE', 'SAVE_ANNOUNCEMENT', 'WITHDRAW_ANNOUNCEMENT'],
  sales: ['READ_ORDER', 'LIST_ORDERS', 'SEARCH_ORDERS', 'READ_TIMELINE', 'ADD_NOTE', 'CHANGE_CONTACT', 'CHANGE_PASSENGER', 'SEND_TICKETS', 'SPLIT_ORDER', 'EXCHANGE_TICKETS', 'DROP_EXCHANGE', 'OPEN_SHIFT', 'MOVE_CASH', 'CLOSE_SHIFT', 'TAKE_PAYMENT', 'RETURN_TICKETS', 'PAY_OUT_REFUNDS', 'MAKE_KEY', 'RENEW_KEY', 'REVOKE_KEY'],
  timetable: ['SAVE_ROUTE', 'SAVE_PATH', 'SAVE_DEPARTURE', 'SAVE_PRICE_LIST', 'SAVE_TARIFF_RULE', 'END_TARIFF_RULE', 'SAVE_PROMOTION', 'SAVE_HOLIDAY', 'DROP_HOLIDAY', 'SAVE_PLACE', 'SAVE_STATION', 'SAVE_PLATFORM', 'SAVE_DESK'],
  fleet: ['SAVE_CARRIER', 'BLOCK_CARRIER', 'UNBLOCK_CARRIER', 'SAVE_CONTRACT', 'SAVE_VEHICLE', 'ADD_PHOTO', 'DROP_PHOTO', 'SAVE_DRIVER', 'SAVE_PERMIT', 'DROP_PERMIT', 'SAVE_LAYOUT', 'IMPORT_LAYOUT', 'ARCHIVE_LAYOUT'],
  office: ['INVITE_STAFF', 'UPDATE_STAFF', 'BLOCK_STAFF', 'UNBLOCK_STAFF', 'RESET_STAFF', 'END_SESSION', 'SAVE_ROLE', 'DEMAND_SECOND_FACTOR', 'SET_SECOND_FACTOR', 'RENEW_RECOVERY_CODES', 'USE_RECOVERY_CODE', 'SAVE_DESTINATION', 'READ_MAILBOX', 'RETRY_JOB', 'EXPORT_LIST', 'SAVE_VIEW', 'DROP_VIEW'],
} as const;

/** Of what: the kinds of subjects that entries have. */
export const KINDS = ['trip', 'order', 'shift', 'partner', 'closure', 'announcement', 'route', 'tariff', 'promotion', 'holiday', 'station', 'place', 'carrier', 'vehicle', 'driver', 'layout', 'staff', 'role', 'destination', 'message', 'job', 'list', 'view'] as const;

/** What only looks: nothing is different afterwards. */
export const READINGS: readonly string[] = ['READ_PASSENGERS', 'READ_MANIFEST', 'EXPORT_MANIFEST', 'READ_ORDER', 'LIST_ORDERS', 'SEARCH_ORDERS', 'READ_TIMELINE', 'READ_MAILBOX'];
