# The sample operation: a file a trainer can write, played through the rules. toml++ stays inside sz::plan.
sz_library(NAME hq_scenario SOURCES Scenario.cpp ScenarioActs.cpp LINK sz::model)
