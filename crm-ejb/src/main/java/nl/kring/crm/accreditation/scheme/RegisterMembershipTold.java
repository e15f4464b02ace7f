package nl.kring.crm.accreditation.scheme;

/** News: somebody said to be in a register, or from when until when. Fired inside the transaction. */
public record RegisterMembershipTold(Long personId) {}
