package nl.kring.crm.attendance.delivery;

import java.time.Instant;
import java.util.UUID;

/** An edition whose deliveries the caller looks after, and the organisation that delivers them. */
record OwnEdition(Long id, UUID uuid, Long organiserId, String title, Instant startsAt, Instant endsAt) {}
