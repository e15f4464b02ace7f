package nl.kring.crm.intake;

import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.intake.matching.Claim;

/** What two registers of the demo say, each row of somebody of his or her own. */
public final class DemoClaims {

    private DemoClaims() {}

    public static List<Claim> all() {
        List<Claim> read = TwenteTruth.claims(List.of("FEA", "LHV"));
        List<Claim> claims = new ArrayList<>();
        read.forEach(claim -> claims.add(claim.of((long) claims.size())));
        return claims;
    }
}
