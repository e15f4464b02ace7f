package nl.kring.crm.attendance.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.Settings;

/** The address that questions go to: https and a name of the internet. Only where the server says so, its own machine. */
final class PeAddress {

    /** As the manual of 2016 gives it; to be confirmed by the supplier, so nothing is sent there until somebody says so. */
    static final String DOCUMENTED =
            "https://www.pe-online.org/pe-services/pe-attendanceelearning/WriteAttendance.asmx/ProcessXML";

    static final String LOCAL_SETTING = "crm.delivery.local";

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

    private PeAddress() {}

    /**
     * An address that questions may go to.
     *
     * @throws InvalidInputException it is none
     */
    static URI checked(String typed) {
        return of(typed).orElseThrow(() -> new InvalidInputException("delivery-address"));
    }

    static Optional<URI> of(String typed) {
        try {
            URI address = new URI(typed == null ? "" : typed.strip());
            boolean abroad = "https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getHost().matches("(?i)([a-z0-9-]+\\.)+[a-z][a-z0-9-]+");
            boolean own = "http".equals(address.getScheme())
                    && LOCAL.contains(String.valueOf(address.getHost()))
                    && Settings.value(LOCAL_SETTING).isPresent();
            if ((abroad || own)
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null) {
                return Optional.of(address);
            }
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
