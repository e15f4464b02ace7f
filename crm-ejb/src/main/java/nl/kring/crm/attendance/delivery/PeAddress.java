package nl.kring.crm.attendance.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.Settings;

/**
 * The address that questions go to: https, at one of the hosts that the settings of the server name, so that nobody who signs in can send
 * register numbers elsewhere. A machine of the own network is asked only when it is named there, and without encryption only the server's
 * own.
 */
final class PeAddress {

    /** As the manual of 2016 gives it; to be confirmed by the supplier, so nothing is sent there until somebody says so. */
    static final String DOCUMENTED =
            "https://www.pe-online.org/pe-services/pe-attendanceelearning/WriteAttendance.asmx/ProcessXML";

    /** Names of hosts, with commas between; those of PE-online when it says nothing. */
    static final String HOSTS_SETTING = "crm.delivery.hosts";

    private static final String DOCUMENTED_HOSTS = "www.pe-online.org,acc.pe-online.org";

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private PeAddress() {}

    /**
     * An address that questions may go to.
     *
     * @throws InvalidInputException it is none, or at a host that the server may not ask
     */
    static URI checked(String typed) {
        URI address = parsed(typed).orElseThrow(() -> new InvalidInputException("delivery-address"));
        if (!isAllowed(address)) {
            throw new InvalidInputException("delivery-host", host(address), String.join(", ", hosts()));
        }
        return address;
    }

    /** The same for an address that was kept before; the settings may have changed since. */
    static Optional<URI> of(String kept) {
        return parsed(kept).filter(PeAddress::isAllowed);
    }

    /** The host of an address that was kept, for the audit; empty when there is none. */
    static Optional<String> hostOf(String kept) {
        return parsed(kept).map(PeAddress::host);
    }

    /** The hosts that may be asked. */
    static Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>();
        Arrays.stream(Settings.value(HOSTS_SETTING)
                        .orElse(DOCUMENTED_HOSTS)
                        .toLowerCase(Locale.ROOT)
                        .split("[\\s,]+"))
                .filter(host -> !host.isEmpty())
                .forEach(hosts::add);
        return hosts;
    }

    private static Optional<URI> parsed(String typed) {
        try {
            URI address = new URI(typed == null ? "" : typed.strip());
            boolean sealed = "https".equals(address.getScheme());
            boolean own = "http".equals(address.getScheme()) && OWN_MACHINE.contains(String.valueOf(address.getHost()));
            if (address.getHost() != null
                    && (sealed || own)
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

    private static boolean isAllowed(URI address) {
        return hosts().contains(host(address));
    }

    private static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }
}
