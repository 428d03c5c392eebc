# Each task sets up what it needs by itself; without make: python3 tools/dev.py TASK
TASKS = site serve quick test test-slow attack-all kill-all fuzz-all search-eval bench lock

.PHONY: $(TASKS)

$(TASKS):
	@python3 tools/dev.py $@
