package vn.lienthong;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** The structure of docs/architecture.md, section 3, as rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StructureTest {

    private static final String HUB = "vn.lienthong.hub.";

    private static final Set<String> MEETING = Set.of("dossier", "catalog", "access", "platform");

    /** What each module may use besides itself; arrows point down only. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("catalog", Set.of("platform")),
            Map.entry("access", Set.of("catalog", "platform")),
            Map.entry("dossier", Set.of("catalog", "platform")),
            Map.entry("intake", MEETING),
            Map.entry("national", MEETING),
            Map.entry("dispatch", MEETING),
            Map.entry("notify", MEETING),
            Map.entry("portal", MEETING),
            Map.entry("quality", Set.of("dossier", "catalog", "platform")),
            Map.entry(
                    "console",
                    Set.of(
                            "portal",
                            "quality",
                            "intake",
                            "national",
                            "dispatch",
                            "notify",
                            "dossier",
                            "catalog",
                            "access",
                            "platform")));

    private static final String FORBIDDEN_ENDINGS =
            ".*(Manager|Helper|Helpers|Util|Utils|Impl|Handler|Processor|Dto|Data|Info|Base|Common)";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.lienthong");

    @Test
    void seesTheWholeHub() {
        assertThat(classes.size()).isGreaterThan(250);
        assertThat(modules()).contains("platform", "catalog", "access", "dossier", "intake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "platform"})
    void keepsTheRoomsOfAModuleFreeOfCircles(String module) {
        slices().matching(HUB + module + ".(*)..").should().beFreeOfCycles().check(classes);
        noClasses()
                .that()
                .resideInAPackage(HUB + module + ".*..")
                .and()
                .resideOutsideOfPackages(
                        HUB + "catalog.imports..",
                        HUB + "platform.content..",
                        HUB + "platform.time..",
                        HUB + "platform.trace..")
                .should()
                .dependOnClassesThat(resideInAPackage(HUB + module))
                .check(classes);
    }

    @Test
    void keepsTheRoomsOfIdentityFreeOfCirclesAndItsInnardsInside() {
        slices().matching("vn.lienthong.identity.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.lienthong.identity..", "vn.lienthong")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.lienthong.identity..")
                .check(classes);
    }

    @Test
    void hasOnlyModulesTheArchitectureNames() {
        assertThat(ALLOWED.keySet()).containsAll(modules());
    }

    @Test
    void keepsWhatIsInsideAModuleInside() {
        ApplicationModules found = ApplicationModules.of("vn.lienthong.hub");
        assertThat(found.stream().map(module -> module.getIdentifier().toString()))
                .containsAll(modules());
        found.verify();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void letsAModuleUseOnlyWhatIsBelowIt(String module) {
        String[] reachable = Stream.concat(ALLOWED.getOrDefault(module, Set.of()).stream(), Stream.of(module))
                .map(below -> HUB + below + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(HUB + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(HUB + ".").and(not(resideInAnyPackage(reachable))))
                .check(classes);
    }

    @Test
    void knowsNothingOfTheHubBelowIt() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "vn.lienthong.trust..",
                        "vn.lienthong.infra..",
                        "vn.lienthong.standin..",
                        "vn.lienthong.identity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HUB + ".", "vn.lienthong.trial..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void keepsTheStandInsAndTheTrialsOutOfTheHub() {
        noClasses()
                .that()
                .resideInAPackage(HUB + ".")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("vn.lienthong.standin..", "vn.lienthong.trial..", "vn.lienthong.infra.local..")
                .check(classes);
    }

    @Test
    void namesTypesForWhatTheyAre() {
        noClasses().should().haveNameMatching(FORBIDDEN_ENDINGS).check(classes);
    }

    @Test
    void callsWhatAnswersHttpAnEndpointAndHidesIt() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .haveSimpleNameEndingWith("Endpoint")
                .andShould()
                .notBePublic()
                .check(classes);
    }

    @Test
    void hidesHowModulesAreWired() {
        classes()
                .that()
                .resideInAPackage(HUB + "*..")
                .and()
                .areAnnotatedWith(Configuration.class)
                .should()
                .notBePublic()
                .check(classes);
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(HUB + "*..")
                .should()
                .notBePublic()
                .check(classes);
    }

    @Test
    void marksEveryPackageAsNullChecked() {
        Set<String> unmarked = classes.stream()
                .filter(type -> !type.getPackageName().equals("vn.lienthong"))
                .map(JavaClass::getPackage)
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(room -> room.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).isEmpty();
    }

    @Test
    void asksTheInjectedClockForTheTime() {
        List<ArchRule> rules = new ArrayList<>();
        for (Class<?> time : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            rules.add(noClasses()
                    .that()
                    .resideInAnyPackage(HUB + ".", "vn.lienthong.identity..")
                    .should()
                    .callMethod(time, "now"));
        }
        rules.add(
                noClasses().that().resideInAPackage(HUB + ".").should().callMethod(System.class, "currentTimeMillis"));
        rules.forEach(rule -> rule.check(classes));
    }

    @Test
    void injectsThroughConstructorsAndSpeaksThroughTheLog() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(classes);
        noClasses()
                .that()
                .resideInAPackage(HUB + ".")
                .should(ACCESS_STANDARD_STREAMS)
                .check(classes);
    }

    /** A stream of rows holds its connection until somebody closes it, and nobody does. */
    @Test
    void readsRowsAsListsSoThatTheirConnectionGoesBack() {
        noClasses().should().callMethod(MappedQuerySpec.class, "stream").check(classes);
    }

    Set<String> modules() {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HUB))
                .map(name -> name.substring(HUB.length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
