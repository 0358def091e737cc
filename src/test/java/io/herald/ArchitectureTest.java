package io.herald;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;

/**
 * The rules of src/site/markdown/architecture.md, each with its reason. To change one, change it
 * here and there, and say why. What can only be seen in the sources is in {@link SourcesTest}.
 */
@AnalyzeClasses(packages = "io.herald", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.herald";
  private static final Set<String> FACES = Set.of("slack", "teams");

  @ArchTest
  static final ArchRule arrows_point_down_only =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("main")
          .definedBy(ROOT)
          .layer("edges")
          .definedBy(
              rooms("chat.slack..", "chat.teams..", "web..", "sandbox..", "command..", "console.."))
          .layer("chat")
          .definedBy(rooms("chat"))
          .layer("features")
          .definedBy(
              rooms(
                  "post..",
                  "review..",
                  "campaign..",
                  "share..",
                  "concern..",
                  "accounts..",
                  "insights..",
                  "backup..",
                  "privacy.."))
          .layer("ground")
          .definedBy(rooms("policy..", "checks..", "network..", "members.."))
          .layer("books")
          .definedBy(rooms("records..", "outbox.."))
          .layer("cellar")
          .definedBy(rooms("store..", "settings..", "words.."))
          .whereLayer("main")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("edges")
          .mayOnlyBeAccessedByLayers("main")
          .whereLayer("chat")
          .mayOnlyBeAccessedByLayers("main", "edges")
          .whereLayer("features")
          .mayOnlyBeAccessedByLayers("main", "edges", "chat")
          .whereLayer("ground")
          .mayOnlyBeAccessedByLayers("main", "edges", "chat", "features")
          .whereLayer("books")
          .mayOnlyBeAccessedByLayers("main", "edges", "chat", "features", "ground")
          .because("a rule about posts must not change when a platform or a page does")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule rooms_do_not_depend_on_each_other_in_a_circle =
      slices()
          .assignedFrom(byRoom())
          .should()
          .beFreeOfCycles()
          .because("of two rooms in a circle neither can be understood or tested alone")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule slack_stays_behind_its_face =
      only(rooms("chat.slack..", "sandbox.."), "com.slack.api..")
          .because("a second platform never arrives where the first one's types have spread");

  @ArchTest
  static final ArchRule teams_stays_behind_its_face =
      only(rooms("chat.teams..", "sandbox.."), "com.microsoft.bot..")
          .because("a rule that knows one platform is a rule that the other breaks");

  @ArchTest
  static final ArchRule jetty_is_where_something_is_mounted =
      only(
              rooms("web..", "share..", "sandbox..", "chat.slack..", "chat.teams.."),
              "org.eclipse.jetty..",
              "jakarta.servlet..")
          .because("what answers over HTTP is an edge; rules answer to method calls");

  @ArchTest
  static final ArchRule sql_stands_beside_its_feature =
      noClasses()
          .that()
          .resideOutsideOfPackages(rooms("store.."))
          .and(describe("are no ...Sql", type -> !isSql(type)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jdbi..")
          .because("SQL has one place in each feature, and a row is a record everywhere else")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule time_comes_in_by_the_constructor =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .callCodeUnitWhere(readsTheMachinesClock())
          .because("a test that cannot set the clock has to wait, or to lie")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule chance_comes_in_by_the_constructor =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .callConstructor(java.util.Random.class)
          .orShould()
          .callConstructor(java.security.SecureRandom.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .orShould()
          .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
          .because("a run with a printed seed must come out the same again")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule no_http_client_repeats_a_post_by_itself =
      noClasses()
          .should()
          .callConstructor("okhttp3.OkHttpClient")
          .orShould()
          .callConstructor("com.slack.api.util.http.SlackHttpClient")
          .orShould()
          .callMethod("com.slack.api.Slack", "getInstance")
          .orShould()
          .callMethod("com.slack.api.Slack", "getInstance", "com.slack.api.SlackConfig")
          .because("the default clients send a message twice when a connection dies under it")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule teams_tokens_are_checked_by_us =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.microsoft.bot.connector.authentication..", "com.microsoft.bot.builder..")
          .orShould()
          .callMethod(
              "com.microsoft.bot.connector.rest.RestConnectorClient",
              "getDefaultRestClientBuilder",
              "java.lang.String",
              "com.microsoft.bot.restclient.credentials.ServiceClientCredentials")
          .because(
              "the SDK's own check takes tokens of other bots, and its own client sends a message"
                  + " up to four times")
          .allowEmptyShould(true);

  private static String[] rooms(String... names) {
    return List.of(names).stream().map(name -> ROOT + "." + name).toArray(String[]::new);
  }

  private static ArchRule only(String[] rooms, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true);
  }

  private static boolean isSql(JavaClass type) {
    return type.getSimpleName().endsWith("Sql")
        || type.getEnclosingClass().map(ArchitectureTest::isSql).orElse(false);
  }

  private static DescribedPredicate<JavaCall<?>> readsTheMachinesClock() {
    return describe(
        "reads the machine's clock",
        call -> {
          String owner = call.getTargetOwner().getFullName();
          String name = call.getTarget().getName();
          boolean noClockGiven = call.getTarget().getRawParameterTypes().isEmpty();
          return (owner.startsWith("java.time.") && name.equals("now") && noClockGiven)
              || ((owner.equals("java.time.Clock") || owner.equals("java.time.InstantSource"))
                  && name.startsWith("system"))
              || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
              || (owner.equals("java.util.Date") && noClockGiven && name.equals("<init>"));
        });
  }

  /** A room is a package under the root, but for the two faces of chat, which are edges. */
  private static SliceAssignment byRoom() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
          return SliceIdentifier.ignore();
        }
        String[] parts = name.substring(ROOT.length() + 1).split("\\.");
        return parts.length > 1 && parts[0].equals("chat") && FACES.contains(parts[1])
            ? SliceIdentifier.of(parts[0], parts[1])
            : SliceIdentifier.of(parts[0]);
      }

      @Override
      public String getDescription() {
        return "rooms";
      }
    };
  }
}
