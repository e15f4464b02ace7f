package nl.kring.crm.attendance;

import java.io.Serializable;
import java.util.List;

/**
 * What issuing the certificates of an edition did.
 *
 * @param issued how many are new
 * @param alreadyIssued how many were there before and stayed as they are
 * @param missing who got none, and why
 */
public record IssueResult(int issued, int alreadyIssued, List<MissingCertificate> missing) implements Serializable {}
