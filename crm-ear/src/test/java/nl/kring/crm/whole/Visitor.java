package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody with a browser. Each step that is shown is kept as a picture and checked: no accessibility violation, no error
 * in the console, no line of the page wider than the screen.
 */
final class Visitor implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** All rules, but told of in full only where they are broken; the product has no frames, so one page is the whole. */
    private static final AxeRunOptions VIOLATIONS = new AxeRunOptions();

    private static final Map<String, List<Cookie>> SIGNED_IN = new HashMap<>();

    static {
        VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private static int picture;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** A browser that several visitors share. */
    static final class Machine implements AutoCloseable {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser;

        Machine() {
            BrowserType.LaunchOptions options =
                    new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
            ChromiumFinder.find().ifPresent(options::setExecutablePath);
            browser = playwright.chromium().launch(options);
        }

        Visitor atADesk() {
            return new Visitor(browser, 1280, 900, ColorScheme.LIGHT);
        }

        Visitor onAPhone() {
            return new Visitor(browser, 320, 720, ColorScheme.LIGHT);
        }

        Visitor onALargerPhone() {
            return new Visitor(browser, 390, 844, ColorScheme.LIGHT);
        }

        Visitor onAPhoneAtNight() {
            return new Visitor(browser, 320, 720, ColorScheme.DARK);
        }

        Visitor atADeskAtNight() {
            return new Visitor(browser, 1280, 900, ColorScheme.DARK);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private Visitor(Browser browser, int width, int height, ColorScheme scheme) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("nl-NL")
                .setTimezoneId("Europe/Amsterdam")
                .setBaseURL(Surroundings.address()));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    Page page() {
        return page;
    }

    Visitor open(String path) {
        page.navigate(path);
        return this;
    }

    /** By the form, the first time; after that the browser still knows who it is. */
    Visitor signIn(String email) {
        if (SIGNED_IN.containsKey(email)) {
            context.addCookies(SIGNED_IN.get(email));
            page.navigate("/workbench/today.xhtml");
            if (page.url().contains("/workbench/today.xhtml")) {
                return this;
            }
        }
        page.navigate("/security/sign-in.xhtml");
        page.getByLabel("E-mailadres").fill(email);
        page.getByLabel("Wachtwoord").fill("kring-demo-2026");
        page.locator("#sign-in\\:submit").click();
        page.waitForURL("**/workbench/today.xhtml*");
        SIGNED_IN.put(email, context.cookies());
        return this;
    }

    /** Keeps a picture of what stands on the screen and checks it. */
    Visitor shows(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(
                        System.getProperty("kring.screenshots"), String.format("%02d-%s.png", ++picture, name))));
        var violations = new AxeBuilder(page)
                .options(VIOLATIONS)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + " " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()) + " " + node.getHtml())
                                        .collect(Collectors.joining("; ")))
                        .toList())
                .as("accessibility of " + name + " at " + page.url())
                .isEmpty();
        Object wider = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        assertThat(wider).as(name + " is wider than the screen").isEqualTo(false);
        assertThat(complaints).as("console after " + name).isEmpty();
        assertThat(page.content()).as(name + " tells the session").doesNotContain("KRINGSESSION");
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
