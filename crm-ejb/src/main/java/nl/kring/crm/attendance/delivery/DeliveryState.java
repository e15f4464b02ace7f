package nl.kring.crm.attendance.delivery;

/** How far one participant is at one register. */
public enum DeliveryState {
    /** Nothing stands in the way; who was there can be delivered. */
    READY,
    /** It would fail, and can be solved. */
    BLOCKED,
    /** There is nothing to deliver, and that is all right. */
    NOT_APPLICABLE,
    /** It was typed in there, or sent and not answered yet. */
    DELIVERED,
    ACCEPTED,
    REJECTED
}
