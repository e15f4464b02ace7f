package nl.kring.crm.attendance.delivery;

import java.io.Serializable;
import java.util.Set;

/**
 * With what an organisation signs in at PE-online.
 *
 * @param userKey a new key; nothing keeps the one that is there
 * @param hasKey whether one is there; not read when it is handed in
 * @param testMode whether it only tries; as long as the supplier has not put the connection to use
 * @param contracts the parts for which there is a contract, by orgID
 * @param refused whether PE-online refused the key; a new one is another chance; not read when it is handed in
 */
public record PeAccountForm(
        String userNumber,
        String userKey,
        boolean hasKey,
        boolean testMode,
        String errorMail,
        Set<Integer> contracts,
        boolean refused)
        implements Serializable {

    /** Without the key. */
    @Override
    public String toString() {
        return "account " + userNumber;
    }
}
